/** Unpacks gzip where the search runs: a worker of a browser, or Node. */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  // Some servers unpack on the way; gzip begins with 1f 8b.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unpacks gzipped JSON. */
export async function inflateJson<T>(bytes: Uint8Array): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await inflate(bytes))) as T;
}

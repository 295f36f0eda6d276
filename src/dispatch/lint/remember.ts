/**
 * Remembers what a function makes of a registry, so that a rule prepares its tables once and not for each paper.
 * @param make pure; its value must not be changed by anybody
 */
export function remember<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

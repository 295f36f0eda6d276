/** The day in Vietnam, `2026-11-21`; `SOURCE_DATE_EPOCH` (seconds) wins, so that tests and repeated builds can fix it. */
export function today(environment: NodeJS.ProcessEnv = process.env): string {
  const epoch = environment['SOURCE_DATE_EPOCH'];
  const moment = epoch ? new Date(Number(epoch) * 1000) : new Date();
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

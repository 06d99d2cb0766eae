/** A name of the IANA time zone database, as it is written there; `CEST` and `+02:00` are none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Z]/.test(text)) return false;
  // The first formatter of a run costs 12 ms, the list some 1 ms; it lacks other names of the same zone.
  if (text === 'UTC' || Intl.supportedValuesOf('timeZone').includes(text)) return true;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    // Names are taken in any case; what is only another case of the right one is a slip.
    return timeZone === text || timeZone.toLowerCase() !== text.toLowerCase();
  } catch {
    return false;
  }
}

/** A code of ISO 4217. */
export function isCurrency(text: string): boolean {
  return Intl.supportedValuesOf('currency').includes(text);
}

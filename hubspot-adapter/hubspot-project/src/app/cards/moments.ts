const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds of a time or day in ISO form; undefined if it is none. */
export function instant(text: string): number | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** A length of time in its two largest units: 5 h 12 min. */
export function lasting(millis: number): string {
  const days = Math.floor(millis / DAY);
  const hours = Math.floor((millis % DAY) / HOUR);
  const minutes = Math.floor((millis % HOUR) / MINUTE);
  if (days > 0) {
    return `${days} d ${hours} h`;
  }
  return hours > 0 ? `${hours} h ${minutes} min` : `${Math.max(minutes, 1)} min`;
}

export interface Place {
  locale?: string;
  timeZone?: string;
}

function formatted(at: number, place: Place, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(place.locale, { ...options, timeZone: place.timeZone }).format(new Date(at));
  } catch {
    return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  }
}

export function dayAndTime(at: number, place: Place): string {
  return formatted(at, place, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function day(at: number, place: Place): string {
  return formatted(at, place, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A day without a time has no time zone. */
export function written(on: string, place: Place): string {
  const at = instant(on);
  return at === undefined ? on : day(at, { locale: place.locale, timeZone: 'UTC' });
}

/** The day so many months from now, as 2026-12-01. */
export function inMonths(months: number, now: number): string {
  const date = new Date(now);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

/** Of HubSpot's date field, whose months begin at 0. */
export function isoDay(value: { year: number; month: number; date: number }): string {
  return new Date(Date.UTC(value.year, value.month, value.date)).toISOString().slice(0, 10);
}

export function dateField(at: number): { year: number; month: number; date: number } {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}

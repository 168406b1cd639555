import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Milliseconds of a time in ISO form; undefined if it is none. */
export function instant(text) {
    const at = Date.parse(text || '');
    return Number.isNaN(at) ? undefined : at;
}

/** Milliseconds at noon UTC of a day as LeadLoop writes it, 3 Mar 2026; undefined if it is none. */
export function writtenDay(text) {
    const found = /^(\d{1,2}) (\w{3}) (\d{4})$/.exec((text || '').trim());
    const month = found ? MONTHS.indexOf(found[2]) : -1;
    return month < 0 ? undefined : Date.UTC(Number(found[3]), month, Number(found[1]), 12);
}

function formatted(at, options) {
    try {
        return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: TIME_ZONE }).format(new Date(at));
    } catch {
        return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    }
}

export function dayAndTime(at) {
    return formatted(at, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function day(at) {
    return formatted(at, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A length of time in its two largest units: 5 h 12 min. */
export function lasting(millis) {
    const days = Math.floor(millis / DAY);
    const hours = Math.floor((millis % DAY) / HOUR);
    const minutes = Math.floor((millis % HOUR) / MINUTE);
    if (days > 0) {
        return `${days} d ${hours} h`;
    }
    return hours > 0 ? `${hours} h ${minutes} min` : `${Math.max(minutes, 1)} min`;
}

/** Today, yesterday, 41 days ago. */
export function ago(at, now) {
    const days = Math.floor((now - at) / DAY);
    if (days <= 0) {
        return 'today';
    }
    return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** The day so many months from now, as a date field takes it. */
export function inMonths(months, now) {
    const date = new Date(now);
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    first.setUTCDate(Math.min(date.getUTCDate(), last));
    return first.toISOString().slice(0, 10);
}

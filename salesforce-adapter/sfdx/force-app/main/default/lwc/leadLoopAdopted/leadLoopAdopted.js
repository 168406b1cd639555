/*
 * Where a field of the org stands for our reason, the installer writes both: the field's name by object, and the reason
 * that each of its values means. Else they are empty, and every value means itself.
 */
export const FIELDS = {};
export const CODES = {};

/** The reason that a value of the record's field means; a value that means none stays what it is. */
export function reasonOf(objectApiName, value, fields = FIELDS, codes = CODES) {
    return fields[objectApiName] && codes[value] ? codes[value] : value;
}

/** What is written into the record's field for a reason: the first of its values that means it. */
export function valueOf(objectApiName, reason, fields = FIELDS, codes = CODES) {
    if (!fields[objectApiName] || !reason) {
        return reason;
    }
    const found = Object.keys(codes).find((value) => codes[value] === reason);
    return found === undefined ? reason : found;
}

/** The field's list of values as reasons, each once, with the org's own words. */
export function asReasons(objectApiName, values, fields = FIELDS, codes = CODES) {
    const seen = new Set();
    return values
        .map((each) => ({ ...each, value: reasonOf(objectApiName, each.value, fields, codes) }))
        .filter((each) => !seen.has(each.value) && seen.add(each.value));
}

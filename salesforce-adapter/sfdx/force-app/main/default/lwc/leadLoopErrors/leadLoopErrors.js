const OURS = [
    [/ENTITY_IS_DELETED|entity is deleted/i, 'This record was deleted meanwhile. Nothing was saved.'],
    [/IFLASTMODIFIED|has been modified since|precondition/i, 'Somebody changed this record meanwhile. Look again, then answer.'],
    [
        /INSUFFICIENT_ACCESS|INVALID_FIELD_FOR_INSERT_UPDATE|check the security settings/i,
        'You may not change these fields. Ask your admin for the permission set LeadLoop Rep.'
    ],
    [
        /INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST|bad value for restricted picklist/i,
        'This reason is not offered any more. Reload the page and choose another one.'
    ],
    [/STRING_TOO_LONG|data value too large/i, 'The comment is too long. 32,000 characters fit.'],
    [/UNABLE_TO_LOCK_ROW/i, 'The record is busy. Try again in a moment.']
];
/* GraphQL puts the code before the words. */
const CODE = /^[A-Z]+(?:_[A-Z]+)+: /;
const UNKNOWN = 'It was not saved. Try again; if it happens again, tell your admin.';

function collected(error) {
    const body = error && error.body ? error.body : {};
    const output = body.output || {};
    const found = [...(output.errors || []), ...Object.values(output.fieldErrors || {}).flat()];
    if (Array.isArray(body)) {
        found.push(...body);
    }
    if (found.length === 0 && body.message) {
        found.push(body);
    }
    if (found.length === 0 && error && error.message) {
        found.push(error);
    }
    return found;
}

function said(problem) {
    const text = `${problem.errorCode || ''} ${problem.message || ''}`;
    const known = OURS.find(([pattern]) => pattern.test(text));
    return known ? known[1] : (problem.message || '').replace(CODE, '');
}

/**
 * What to tell the rep. The words of the org's own rules are given as they are; what only an admin understands is put
 * into ours. Never empty.
 * @param error of a record write, or a list of errors of a mutation
 */
export function messages(error) {
    const problems = Array.isArray(error) ? error : collected(error);
    const texts = [...new Set(problems.map(said).filter((text) => text.trim() !== ''))];
    return texts.length > 0 ? texts : [UNKNOWN];
}

export function isGone(error) {
    return Boolean(error) && (error.status === 404 || /ENTITY_IS_DELETED|NOT_FOUND/.test(JSON.stringify(error.body || '')));
}

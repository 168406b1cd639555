const CRITERION =
    /^(?:(.+?) \(([\w.-]+)\)|([\w.-]+)): (yes|no|unknown), (.*?)(?: \((\d+(?:\.\d+)?) points\))?$/;
const ENTRY = /^(\d{1,2} \w{3} \d{4}) {2}(.*)$/;
const RESULTS = { yes: 'met', no: 'not met', unknown: 'unknown' };

function lines(text) {
    return typeof text === 'string' ? text.split(/\r?\n/).filter((line) => line.trim() !== '') : [];
}

function words(id) {
    const spaced = id.replace(/[._-]+/g, ' ');
    return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/**
 * Evidence: a line that says why, then a line for each criterion. What is written otherwise is kept as a note.
 * @returns {why, criteria: [{key, id, name, result, seen, points}], notes: [{key, text}]}
 */
export function evidence(text) {
    const read = { why: '', criteria: [], notes: [] };
    lines(text).forEach((line, index) => {
        const found = CRITERION.exec(line.trim());
        if (found) {
            read.criteria.push({
                key: `c${index}`,
                id: found[2] || found[3],
                name: found[1] || words(found[3]),
                result: found[4],
                resultText: RESULTS[found[4]],
                seen: found[5],
                points: found[6] ? Number(found[6]) : 0
            });
        } else if (index === 0) {
            read.why = line.trim();
        } else {
            read.notes.push({ key: `n${index}`, text: line.trim() });
        }
    });
    return read;
}

/** The engagements, newest first: [{key, day, text}]; a line without a day keeps its text. */
export function timeline(text) {
    return lines(text).map((line, index) => {
        const found = ENTRY.exec(line);
        return { key: `t${index}`, day: found ? found[1] : '', text: found ? found[2] : line.trim() };
    });
}

/** What was said and what was done. @returns {said, did, more}; all empty if there is no receipt */
export function receipt(text) {
    const whole = lines(text).join(' ');
    const found = /^You said: (.*?)\. We did: (.*?)\.(?:\s+(.*))?$/.exec(whole);
    return found ? { said: found[1], did: found[2], more: found[3] || '' } : { said: '', did: '', more: whole };
}

import { ago, writtenDay } from 'c/leadLoopMoment';

const MOST = 3;
const FEW_TOUCHES = 2;
const OLD_DAYS = 21;
const DAY = 86400000;
const USUAL = {
    before: ['F-ENGAGE', 'F-SIZE', 'F-ROLE', 'R-TERR', 'R-DUP'],
    after: ['C-UNREACH', 'N-TIMING', 'N-NONEED', 'F-ROLE']
};

/* What the definition itself saw and did not like; what it could not see is a weaker sign. */
function byCriteria(reason, criteria) {
    return criteria
        .filter((criterion) => reason.implicates.includes(`fit.${criterion.id}`))
        .filter((criterion) => criterion.result !== 'yes')
        .map((criterion) => ({
            code: reason.code,
            weight: criterion.result === 'no' ? 4 : 2,
            evidence: `${criterion.name}: ${criterion.seen}`
        }));
}

function byActivity(reason, entries, now) {
    if (!reason.implicates.includes('engagement') || entries.length === 0) {
        return [];
    }
    const newest = entries.map((entry) => writtenDay(entry.day)).filter((at) => at !== undefined)[0];
    const old = newest !== undefined && now - newest > OLD_DAYS * DAY;
    if (entries.length > FEW_TOUCHES && !old) {
        return [];
    }
    const count = entries.length === 1 ? '1 touch' : `${entries.length} touches`;
    const latest = newest === undefined ? '' : `, the latest ${ago(newest, now)}`;
    return [{ code: reason.code, weight: old ? 3 : 1.5, evidence: count + latest }];
}

function byCycles(reason, cycles) {
    return cycles
        .filter((cycle) => cycle.reason === reason.code)
        .slice(0, 1)
        .map((cycle) => ({ code: reason.code, weight: 2.5, evidence: `Said in cycle ${cycle.cycle}, too` }));
}

/**
 * The three likeliest reasons, the best first. Only those with evidence carry a line of it; the rest is what is said most.
 * @returns [{...reason, evidence}]
 */
export function suggestions({ reasons, criteria, entries, cycles, phase, now }) {
    const signs = reasons
        .filter((reason) => reason.group !== 'system')
        .flatMap((reason) => [
            ...byCriteria(reason, criteria),
            ...byActivity(reason, entries, now),
            ...byCycles(reason, cycles)
        ])
        .sort((one, other) => other.weight - one.weight);
    const usual = USUAL[phase].map((code) => ({ code, evidence: '' }));
    const chosen = [];
    for (const sign of [...signs, ...usual]) {
        const reason = reasons.find((each) => each.code === sign.code);
        if (reason && chosen.length < MOST && !chosen.some((each) => each.code === sign.code)) {
            chosen.push({ ...reason, evidence: sign.evidence });
        }
    }
    return chosen;
}

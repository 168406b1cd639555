// Where the simulators are, and their control API.
export const salesforce = required('LEADLOOP_SALESFORCE');
export const hubspot = required('LEADLOOP_HUBSPOT');
export const keyFile = required('LEADLOOP_KEY_FILE');

export async function fault(simulator, kind, args = {}, times = 1) {
    await control(simulator, 'faults', { kind, times, arguments: args });
}

export async function clock(simulator) {
    const answer = await fetch(`${simulator}/__sim/clock`);
    return new Date((await answer.json()).now);
}

export async function pass(simulator, duration) {
    await control(simulator, 'clock', { advance: duration });
}

/** Somebody's edit in Salesforce; without an id a new record. Answers the record. */
export async function edit(type, fields, id) {
    return control(salesforce, `records/${type}`, { actor: 'Marco Ruiz', id, fields });
}

export async function act(simulator, action, args) {
    return control(simulator, `actions/${action}`, { actor: 'Admin', arguments: args });
}

async function control(simulator, what, body) {
    const answer = await fetch(`${simulator}/__sim/${what}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) {
        throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
}

function required(name) {
    const value = process.env[name];
    if (!value) {
        throw new Error(`${name} is not set: run these by mvn verify -Pclients`);
    }
    return value;
}

/* One page, one session: what Lightning does between a component and the org. */
const API = '/services/data/v66.0';

export async function ask(path, init = {}) {
    const answer = await fetch(API + path, {
        ...init,
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${window.session}`, ...init.headers }
    });
    const body = answer.status === 204 ? undefined : await answer.json();
    if (!answer.ok) {
        throw { status: answer.status, ok: false, statusText: answer.statusText, body };
    }
    return body;
}

export const nameOf = (field) => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);

/* What the platform hands out cannot be changed; a component that tries fails here, too. */
export function frozen(value) {
    if (value && typeof value === 'object' && !Object.isFrozen(value)) {
        Object.values(value).forEach(frozen);
        Object.freeze(value);
    }
    return value;
}

/** A wire adapter that asks again when its configuration changes, or when it is told to. */
export class Adapter {
    constructor(callback) {
        this.callback = callback;
        callback({ data: undefined, error: undefined, errors: undefined });
    }

    connect() {
        this.constructor.all.add(this);
    }

    disconnect() {
        this.constructor.all.delete(this);
    }

    update(config) {
        this.config = config;
        return this.refresh();
    }

    async refresh() {
        if (!this.config || !this.isReady(this.config)) {
            return;
        }
        const config = this.config;
        try {
            const data = frozen(await this.load(config));
            if (config === this.config) {
                this.callback(this.found(data));
            }
        } catch (error) {
            if (config === this.config) {
                this.callback(this.failed(error));
            }
        }
    }

    found(data) {
        return { data, error: undefined };
    }

    failed(error) {
        return { data: undefined, error };
    }
}

import { Adapter, ask } from '../../org.js';

export const gql = (parts) => parts.join('');

const post = (query, variables) => ask('/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) });

export class graphql extends Adapter {
    static all = new Set();

    isReady({ query }) {
        return query;
    }

    async load({ query, variables }) {
        return post(query, variables);
    }

    found({ data, errors }) {
        return { data: errors ? undefined : data, errors, refresh: () => this.refresh() };
    }

    failed(error) {
        return { data: undefined, errors: [error], refresh: () => this.refresh() };
    }
}

/** Errors of records do not throw: they are in the answer. */
export function executeMutation({ query, variables }) {
    return post(query, variables);
}

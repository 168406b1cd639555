import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

export const graphql = createTestWireAdapter();
export const executeMutation = jest.fn();
export const gql = (parts) => parts.join('');

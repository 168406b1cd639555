const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
    ...jestConfig,
    moduleNameMapper: {
        '^lightning/actions$': '<rootDir>/test/jest-mocks/lightning/actions',
        '^lightning/graphql$': '<rootDir>/test/jest-mocks/lightning/graphql',
        '^@salesforce/label/c.LeadLoop_Accept_Status$': '<rootDir>/test/jest-mocks/acceptStatus',
        '^@salesforce/i18n/timeZone$': '<rootDir>/test/jest-mocks/timeZone'
    }
};

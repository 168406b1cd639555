const lwc = require('@salesforce/eslint-config-lwc');
const jest = require('eslint-plugin-jest');

module.exports = [
    { ignores: ['node_modules/**', 'coverage/**'] },
    ...lwc.configs.recommended.map((config) => ({ ...config, files: ['force-app/**/lwc/**/*.js'] })),
    {
        files: ['force-app/**/__tests__/**/*.js'],
        ...jest.configs['flat/recommended'],
        rules: { ...jest.configs['flat/recommended'].rules, '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' }
    }
];

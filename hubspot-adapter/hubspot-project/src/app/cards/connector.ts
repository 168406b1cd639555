/** Where LeadLoop answers. The same address stands under permittedUrls in app-hsmeta.json and under card.url in leadloop.yaml. */
export const CONNECTOR = 'https://leadloop.example';

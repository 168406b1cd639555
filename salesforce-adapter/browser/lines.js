// Writes one JSON object a line for each test that ended: what the Java test reads.
export default async function* lines(events) {
    for await (const { type, data } of events) {
        if (type === 'test:pass' || type === 'test:fail') {
            const cause = data.details?.error?.cause ?? data.details?.error;
            yield JSON.stringify({
                name: data.name,
                passed: type === 'test:pass' && data.skip === undefined,
                message: type === 'test:fail' ? String(cause?.stack ?? cause) : '',
            }) + '\n';
        }
    }
}

import { DescriptionList, DescriptionListItem, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Criterion } from './data.ts';
import { NO_EVIDENCE, RESULTS, named } from './words.ts';

interface Props {
  why: string;
  evidence: Criterion[];
  definition: string;
}

/* What is unknown is not said twice. */
function found({ seen, result }: Criterion): string {
  const word = RESULTS[result] ?? 'unknown';
  return seen.endsWith(word) ? seen : [seen, word].filter((each) => each !== '').join(', ');
}

export function Why({ why, evidence, definition }: Props) {
  return (
    <Flex direction="column" gap="xs">
      <Heading>Why this lead</Heading>
      {why !== '' && <Text>{why}</Text>}
      {evidence.length > 0 && (
        <DescriptionList direction="row">
          {evidence.map((criterion) => (
            <DescriptionListItem key={criterion.id} label={criterion.name || named(criterion.id)}>
              <Text>{found(criterion)}</Text>
            </DescriptionListItem>
          ))}
        </DescriptionList>
      )}
      {why === '' && evidence.length === 0 && <Text>{NO_EVIDENCE}</Text>}
      {definition !== '' && <Text variant="microcopy">MQL definition: {definition}</Text>}
    </Flex>
  );
}

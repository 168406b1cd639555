import { DescriptionList, DescriptionListItem, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Criterion } from './data.ts';
import { NO_EVIDENCE, RESULTS, named } from './words.ts';

interface Props {
  why: string;
  evidence: Criterion[];
  definition: string;
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
              <Text>
                {[criterion.seen, RESULTS[criterion.result] ?? 'unknown'].filter((word) => word !== '').join(', ')}
              </Text>
            </DescriptionListItem>
          ))}
        </DescriptionList>
      )}
      {why === '' && evidence.length === 0 && <Text>{NO_EVIDENCE}</Text>}
      {definition !== '' && <Text variant="microcopy">MQL definition: {definition}</Text>}
    </Flex>
  );
}

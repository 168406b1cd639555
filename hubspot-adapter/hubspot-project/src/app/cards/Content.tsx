import { Button, ButtonRow, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Used } from './data.ts';
import { CONTENT, DID_NOT_HELP, HELPED } from './words.ts';

interface Props {
  items: Used[];
  busy: boolean;
  onVote: (title: string, helped: boolean) => void;
}

/** What the person has used; a vote is one press, and the first one counts. */
export function Content({ items, busy, onVote }: Props) {
  if (items.length === 0) {
    return null;
  }
  return (
    <Flex direction="column" gap="xs">
      <Heading>{CONTENT}</Heading>
      {items.map((item) => (
        <Flex key={item.title} direction="column" gap="flush">
          <Text>{item.title}</Text>
          {item.vote === '' ? (
            <ButtonRow disableDropdown>
              <Button size="xs" disabled={busy} onClick={() => onVote(item.title, true)}>
                {HELPED}
              </Button>
              <Button size="xs" disabled={busy} onClick={() => onVote(item.title, false)}>
                {DID_NOT_HELP}
              </Button>
            </ButtonRow>
          ) : (
            <Text variant="microcopy">Said: {item.vote}</Text>
          )}
        </Flex>
      ))}
    </Flex>
  );
}

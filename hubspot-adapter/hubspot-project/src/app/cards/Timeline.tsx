import { Button, Flex, Heading, List, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Engagement } from './data.ts';
import { type Place, written } from './moments.ts';
import { NO_ENGAGEMENT } from './words.ts';

const FIRST = 5;

export function Timeline({ entries, place }: { entries: Engagement[]; place: Place }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? entries : entries.slice(0, FIRST);
  return (
    <Flex direction="column" gap="xs">
      <Heading>What happened</Heading>
      {entries.length === 0 && <Text>{NO_ENGAGEMENT}</Text>}
      {shown.length > 0 && (
        <List variant="unordered">
          {shown.map((entry, index) => (
            <Text key={`${index}-${entry.on}`}>
              {[entry.on === '' ? '' : written(entry.on, place), entry.text].filter((word) => word !== '').join('  ')}
            </Text>
          ))}
        </List>
      )}
      {entries.length > FIRST && (
        <Button variant="transparent" size="xs" onClick={() => setOpen(!isOpen)}>
          {isOpen ? `Show the latest ${FIRST}` : `Show all ${entries.length}`}
        </Button>
      )}
    </Flex>
  );
}

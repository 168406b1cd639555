import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Cycle } from './data.ts';
import { type Place, day, instant } from './moments.ts';
import { OUTCOMES } from './words.ts';

function outcome(cycle: Cycle, place: Place): string {
  const at = instant(cycle.at);
  const said = cycle.outcome === 'expired' ? '' : cycle.label;
  return [said || (OUTCOMES[cycle.outcome] ?? 'no answer'), at === undefined ? '' : day(at, place), cycle.by]
    .filter((word) => word !== '')
    .join(', ');
}

export function Earlier({ cycles, place }: { cycles: Cycle[]; place: Place }) {
  if (cycles.length === 0) {
    return null;
  }
  return (
    <Flex direction="column" gap="xs">
      <Heading>Earlier cycles</Heading>
      {cycles.map((cycle) => (
        <Flex key={cycle.cycle} direction="column" gap="flush">
          <Text>
            <Text inline format={{ fontWeight: 'bold' }}>
              Cycle {cycle.cycle}
            </Text>{' '}
            {outcome(cycle, place)}
          </Text>
          {cycle.comment !== '' && <Text format={{ italic: true }}>“{cycle.comment}”</Text>}
        </Flex>
      ))}
    </Flex>
  );
}

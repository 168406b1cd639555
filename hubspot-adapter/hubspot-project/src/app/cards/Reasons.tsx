import { Button, ButtonRow, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Phase, Reason, Suggestion } from './data.ts';
import { GROUPS, NONE_FITS, OWN_GROUP } from './words.ts';

interface Props {
  phase: Phase;
  reasons: Reason[];
  suggested: Suggestion[];
  busy: boolean;
  onChoose: (reason: Reason) => void;
  onLeave: () => void;
}

function Choice({ reason, line, busy, first, onChoose }: { reason: Reason; line: string; busy: boolean; first?: boolean; onChoose: () => void }) {
  return (
    <Flex direction="column" gap="flush">
      <Button size="sm" variant={first ? 'primary' : 'secondary'} disabled={busy} onClick={onChoose}>
        {reason.label}
      </Button>
      {line !== '' && <Text variant="microcopy">{line}</Text>}
    </Flex>
  );
}

/** The three likeliest first; the rest by groups; what fits nothing else last. */
export function Reasons({ phase, reasons, suggested, busy, onChoose, onLeave }: Props) {
  const [opened, setOpened] = useState(false);
  const likely = suggested
    .map(({ code, evidence }) => ({ reason: reasons.find((each) => each.code === code), evidence }))
    .filter((each): each is { reason: Reason; evidence: string } => each.reason !== undefined);
  const isOpen = opened || likely.length === 0;
  const shown = new Set(likely.map(({ reason }) => reason.code));
  const rest = reasons.filter((reason) => !shown.has(reason.code) && reason.code !== NONE_FITS);
  const known = new Set(GROUPS.map((group) => group.name));
  const groups = [
    ...GROUPS.map((group) => ({ ...group, reasons: rest.filter((reason) => reason.group === group.name) })),
    { name: 'own', label: OWN_GROUP, reasons: rest.filter((reason) => !known.has(reason.group)) },
  ].filter((group) => group.reasons.length > 0);
  const none = reasons.find((reason) => reason.code === NONE_FITS);
  return (
    <Flex direction="column" gap="sm">
      <Heading>{phase === 'AFTER' ? 'Why does it end here?' : 'Why not?'}</Heading>
      {likely.map(({ reason, evidence }, index) => {
        const isSuggested = index === 0 && evidence !== '';
        return (
          <Choice
            key={reason.code}
            reason={reason}
            line={isSuggested ? `Suggested. ${evidence}` : evidence || reason.hint}
            busy={busy}
            first={isSuggested}
            onChoose={() => onChoose(reason)}
          />
        );
      })}
      {isOpen &&
        groups.map((group) => (
          <Flex key={group.name} direction="column" gap="xs">
            <Text format={{ fontWeight: 'bold' }}>{group.label}</Text>
            {group.reasons.map((reason) => (
              <Choice key={reason.code} reason={reason} line={reason.hint} busy={busy} onChoose={() => onChoose(reason)} />
            ))}
          </Flex>
        ))}
      {isOpen && none && <Choice reason={none} line={none.hint} busy={busy} onChoose={() => onChoose(none)} />}
      <ButtonRow>
        {!isOpen && (
          <Button size="xs" disabled={busy} onClick={() => setOpened(true)}>
            More reasons
          </Button>
        )}
        <Button size="xs" disabled={busy} onClick={onLeave}>
          Cancel
        </Button>
      </ButtonRow>
    </Flex>
  );
}

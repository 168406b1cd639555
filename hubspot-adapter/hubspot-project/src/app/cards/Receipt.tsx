import {
  Button,
  ButtonRow,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Given } from './data.ts';
import { REFUSED, WAITING, receiptOf } from './words.ts';

interface Props {
  headline: string;
  answer: Given;
  written: string;
  busy: boolean;
  canUndo: boolean;
  canChange: boolean;
  canComment: boolean;
  onUndo: () => void;
  onChange: () => void;
  onComment: (comment: string) => void;
}

export function Receipt(props: Props) {
  const { headline, answer, written, busy } = props;
  const [draft, setDraft] = useState<string>();
  const { said, did, more } = receiptOf(answer.receipt);
  const save = () => {
    props.onComment((draft ?? '').trim());
    setDraft(undefined);
  };
  return (
    <Flex direction="column" gap="xs">
      <Heading>{headline}</Heading>
      {answer.comment !== '' && <Text format={{ italic: true }}>“{answer.comment}”</Text>}
      {did !== '' && (
        <DescriptionList direction="row">
          <DescriptionListItem label="You said">
            <Text>{said}</Text>
          </DescriptionListItem>
          <DescriptionListItem label="We did">
            <Text>{did}</Text>
          </DescriptionListItem>
        </DescriptionList>
      )}
      {more !== '' && <Text>{more}</Text>}
      {written === 'waiting' && <Text>{WAITING}</Text>}
      {written === 'refused' && <Text>{REFUSED}</Text>}
      {draft === undefined ? (
        <ButtonRow>
          {props.canUndo && (
            <Button size="xs" disabled={busy} onClick={props.onUndo}>
              Undo
            </Button>
          )}
          {props.canChange && (
            <Button size="xs" disabled={busy} onClick={props.onChange}>
              Change answer
            </Button>
          )}
          {props.canComment && (
            <Button size="xs" disabled={busy} onClick={() => setDraft(answer.comment)}>
              Add a comment
            </Button>
          )}
        </ButtonRow>
      ) : (
        <Flex direction="column" gap="xs">
          <TextArea label="Comment" name="comment" maxLength={4000} value={draft} onInput={setDraft} onChange={setDraft} />
          <ButtonRow>
            <Button size="xs" variant="primary" disabled={busy || draft.trim() === ''} onClick={save}>
              Save comment
            </Button>
            <Button size="xs" disabled={busy} onClick={() => setDraft(undefined)}>
              Cancel
            </Button>
          </ButtonRow>
        </Flex>
      )}
    </Flex>
  );
}

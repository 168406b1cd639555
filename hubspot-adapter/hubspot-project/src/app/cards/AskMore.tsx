import { Button, ButtonRow, DateInput, Flex, Heading, Text, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Reason } from './data.ts';
import { dateField, inMonths, isoDay } from './moments.ts';
import { DAY_TO_COME, FEW_WORDS, SPANS } from './words.ts';

const DAY = 86_400_000;

interface Props {
  reason: Reason;
  now: number;
  busy: boolean;
  onAnswer: (said: { comment: string; revisitOn: string }) => void;
  onBack: () => void;
}

/** The one thing more that some reasons need. */
export function AskMore({ reason, now, busy, onAnswer, onBack }: Props) {
  const [comment, setComment] = useState('');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const asksDay = reason.asks.includes('DATE');
  const asksComment = reason.asks.includes('COMMENT');
  const tomorrow = new Date(now + DAY).toISOString().slice(0, 10);
  const lacksWords = asksComment && comment.trim() === '';
  const lacksDay = asksDay && day < tomorrow;
  const save = () => {
    setTried(true);
    if (!lacksWords && !lacksDay) {
      onAnswer({ comment: comment.trim(), revisitOn: day });
    }
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>{reason.label}</Heading>
      {reason.hint !== '' && <Text>{reason.hint}</Text>}
      {asksDay && (
        <Flex direction="column" gap="xs">
          <Text>Come back to this person</Text>
          <ButtonRow disableDropdown>
            {SPANS.map(({ months, label }) => (
              <Button
                key={months}
                size="xs"
                disabled={busy || (asksComment && lacksWords)}
                onClick={() => onAnswer({ comment: comment.trim(), revisitOn: inMonths(months, now) })}
              >
                {label}
              </Button>
            ))}
          </ButtonRow>
          <DateInput
            label="or on this day"
            name="revisitOn"
            min={dateField(now + DAY)}
            minValidationMessage={DAY_TO_COME}
            error={tried && lacksDay}
            validationMessage={tried && lacksDay ? DAY_TO_COME : ''}
            onChange={(value) => setDay(isoDay(value))}
          />
        </Flex>
      )}
      {asksComment && (
        <TextArea
          label="In your words"
          name="comment"
          required
          maxLength={4000}
          value={comment}
          error={tried && lacksWords}
          validationMessage={tried && lacksWords ? FEW_WORDS : ''}
          onInput={setComment}
          onChange={setComment}
        />
      )}
      <ButtonRow>
        <Button size="xs" variant="primary" disabled={busy} onClick={save}>
          Save
        </Button>
        <Button size="xs" disabled={busy} onClick={onBack}>
          Back
        </Button>
      </ButtonRow>
    </Flex>
  );
}

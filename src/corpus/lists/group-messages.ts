/** Messages of one document by rule, graver ones first. */
import type { Message } from '../../domain/record.ts';

export interface MessageGroup {
  readonly ruleId: string;
  readonly severity: Message['severity'];
  /** In the order of the text. */
  readonly messages: readonly Message[];
}

const GRAVITY: readonly Message['severity'][] = ['error', 'warning', 'info'];

/** Groups messages by rule; rules of one gravity keep the order of their first message. */
export function groupMessages(messages: readonly Message[]): MessageGroup[] {
  const groups = new Map<string, { ruleId: string; severity: Message['severity']; messages: Message[] }>();
  for (const message of messages) {
    const group = groups.get(message.ruleId);
    if (!group) groups.set(message.ruleId, { ruleId: message.ruleId, severity: message.severity, messages: [message] });
    else group.messages.push(message);
  }
  return [...groups.values()].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}

import type { QueueRecord, StoredMessage } from './message.ts';

/** Applies one record of the journal to the messages; a record of a message that is gone changes nothing. */
export function applyRecord(messages: Map<string, StoredMessage>, record: QueueRecord): void {
  if (record.kind === 'sent') {
    const { id, body, at } = record;
    messages.set(id, { ...fresh, id, body, sentAt: at });
    return;
  }
  if (record.kind === 'kept') {
    const { kind: _, ...message } = record;
    messages.set(message.id, { ...fresh, ...message });
    return;
  }
  const message = messages.get(record.id);
  if (!message) return;
  if (record.kind === 'removed') messages.delete(record.id);
  else messages.set(record.id, changed(message, record));
}

const fresh = { firstReceivedAt: null, receiveCount: 0, visibleAt: 0, receipt: null, dead: false } as const;

function changed(
  message: StoredMessage,
  record: Extract<QueueRecord, { kind: 'received' | 'dead' | 'redriven' }>,
): StoredMessage {
  switch (record.kind) {
    case 'received':
      return {
        ...message,
        receiveCount: message.receiveCount + 1,
        firstReceivedAt: message.firstReceivedAt ?? record.at,
      };
    case 'dead':
      return { ...message, dead: true, receipt: null };
    case 'redriven':
      return { ...message, dead: false, receiveCount: 0, firstReceivedAt: null, visibleAt: 0 };
  }
}

/** The record that carries a message through a rewrite of the journal. */
export function keptRecord({
  id,
  body,
  sentAt,
  firstReceivedAt,
  receiveCount,
  dead,
}: StoredMessage): QueueRecord {
  return { kind: 'kept', id, body, sentAt, firstReceivedAt, receiveCount, dead };
}

import { errorText, logLine } from './log.ts';

/**
 * Sends a message that only wakes work up which the sweep would find by itself: losing it costs at most
 * a minute, so failing to send it fails nothing.
 */
export async function sendWakeUp<Message>(
  queue: Queue<Message>,
  message: Message,
  delaySeconds = 0,
): Promise<void> {
  try {
    await queue.send(message, { delaySeconds });
  } catch (error) {
    logLine({ at: 'wake', failed: errorText(error) });
  }
}

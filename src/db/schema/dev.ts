import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every mail sent while ENVIRONMENT is "development", for /dev/mailbox. Empty anywhere else. */
export const devMails = sqliteTable(
  'dev_mails',
  {
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    sentAt: integer('sent_at').notNull(),
  },
  (table) => [
    index('dev_mails_recipient').on(table.recipient, table.sentAt),
    index('dev_mails_sent').on(table.sentAt),
  ],
);

-- By hand: WITHOUT ROWID as in the first migration; and events, deliveries and tries are rebuilt together,
-- parents first and dropped children first, because D1 always enforces foreign keys: dropping a parent
-- alone would empty its children. Renaming takes the references along.
CREATE TABLE `logos` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `logos_hash` ON `logos` (`hash`);--> statement-breakpoint
CREATE TABLE `section_clocks` (
	`attempt_id` text NOT NULL,
	`section_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`deadline_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `section_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `lanes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`failures` integer NOT NULL,
	`failing_since` integer,
	`open_until` integer,
	`alerted_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`message` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_kind" CHECK("decisions"."kind" in ('advance', 'hold', 'reject'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `decisions_attempt` ON `decisions` (`attempt_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`reminders_sent` integer DEFAULT 0 NOT NULL,
	`next_reminder_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_reminders_sent" CHECK(reminders_sent between 0 and 2)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `invitations_assessment` ON `invitations` (`assessment_id`,`created_at`,`attempt_id`);--> statement-breakpoint
CREATE INDEX `invitations_reminders` ON `invitations` (`next_reminder_at`) WHERE next_reminder_at is not null;--> statement-breakpoint
CREATE INDEX `invitations_open` ON `invitations` (`expires_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `mail_templates` (
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`organization_id`, `kind`, `language`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_templates_kind" CHECK("mail_templates"."kind" in ('invitation', 'reminder', 'resume', 'received', 'result', 'decision'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `__new_events` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`type` text NOT NULL,
	`created_at` integer NOT NULL,
	`planned_at` integer,
	`subject` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `__new_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`kind` text NOT NULL,
	`destination` text NOT NULL,
	`lane` text NOT NULL,
	`state` text NOT NULL,
	`payload` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_at` integer,
	`last_status` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`replayed_by` text,
	FOREIGN KEY (`event_id`) REFERENCES `__new_events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`replayed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_state" CHECK(state in ('pending', 'sending', 'waiting', 'delivered', 'parked', 'cancelled')),
	CONSTRAINT "deliveries_due_iff_open" CHECK((state in ('pending', 'sending', 'waiting')) = (next_at is not null))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `__new_tries` (
	`delivery_id` text NOT NULL,
	`number` integer NOT NULL,
	`started_at` integer NOT NULL,
	`duration_ms` integer,
	`status` integer,
	`error` text,
	`answer` text,
	`replayed_by` text,
	PRIMARY KEY(`delivery_id`, `number`),
	FOREIGN KEY (`delivery_id`) REFERENCES `__new_deliveries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`replayed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_events` SELECT `id`, `organization_id`, `attempt_id`, `type`, `created_at`, `planned_at`, null FROM `events`;--> statement-breakpoint
INSERT INTO `__new_deliveries` SELECT `id`, `event_id`, `organization_id`, `attempt_id`, `kind`, `destination`, `organization_id` || ' ' || `kind` || ' ' || `destination`, `state`, `payload`, `tries`, `next_at`, `last_status`, `last_error`, `created_at`, `finished_at`, null FROM `deliveries`;--> statement-breakpoint
INSERT INTO `__new_tries` SELECT `delivery_id`, `number`, `started_at`, `duration_ms`, `status`, `error`, `answer`, null FROM `tries`;--> statement-breakpoint
DROP TABLE `tries`;--> statement-breakpoint
DROP TABLE `deliveries`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
ALTER TABLE `__new_deliveries` RENAME TO `deliveries`;--> statement-breakpoint
ALTER TABLE `__new_tries` RENAME TO `tries`;--> statement-breakpoint
CREATE INDEX `events_unplanned` ON `events` (`created_at`) WHERE planned_at is null;--> statement-breakpoint
CREATE INDEX `deliveries_attempt` ON `deliveries` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `deliveries_organization` ON `deliveries` (`organization_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_expunge` ON `deliveries` (`finished_at`) WHERE state = 'delivered' and payload is not null and kind <> 'mail';--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`lane`,`state`,`next_at`) WHERE next_at is not null;--> statement-breakpoint
ALTER TABLE `organizations` ADD `brand_color` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `logo_hash` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `health_line` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `attempts_waiting` ON `attempts` (`link_id`) WHERE state = 'not_started' and link_id is not null;
-- By hand: WITHOUT ROWID, as in the first migration.
CREATE TABLE `gupy_inbound` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`event` text NOT NULL,
	`happened_at` integer NOT NULL,
	`application_id` text,
	`data` text,
	`received_at` integer NOT NULL,
	`handled_at` integer,
	`outcome` text,
	PRIMARY KEY(`organization_id`, `id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `gupy_inbound_open` ON `gupy_inbound` (`received_at`) WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX `gupy_inbound_application` ON `gupy_inbound` (`organization_id`,`application_id`,`happened_at`);--> statement-breakpoint
CREATE INDEX `gupy_inbound_organization` ON `gupy_inbound` (`organization_id`,`received_at`,`id`);--> statement-breakpoint
CREATE TABLE `gupy_milestones` (
	`organization_id` text NOT NULL,
	`milestone` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `milestone`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `gupy_step_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`job_id` text NOT NULL,
	`step` text NOT NULL,
	`step_name` text NOT NULL,
	`assessment_id` text NOT NULL,
	`days` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gupy_step_rules_days" CHECK(days between 1 and 90)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `gupy_step_rules_step` ON `gupy_step_rules` (`organization_id`,`job_id`,`step`);--> statement-breakpoint
CREATE TABLE `gupy_webhooks` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`path_hash` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`accepted_at` integer,
	`refused_since` integer,
	`alerted_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `gupy_webhooks_path` ON `gupy_webhooks` (`path_hash`);--> statement-breakpoint
CREATE INDEX `gupy_webhooks_refused` ON `gupy_webhooks` (`refused_since`) WHERE refused_since is not null and alerted_at is null;--> statement-breakpoint
CREATE TABLE `provider_calls` (
	`organization_id` text NOT NULL,
	`at` integer NOT NULL,
	`id` text NOT NULL,
	`method` text NOT NULL,
	`route` text NOT NULL,
	`status` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `at`, `id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;

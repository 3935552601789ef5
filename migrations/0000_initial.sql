-- Written by drizzle-kit, then edited by hand in two places, which a regenerated file must keep:
-- 1. WITHOUT ROWID on the tables that every attempt writes: a text key then costs one written row, not two.
-- 2. The triggers at the end: versions are immutable, and an attempt moves only along its state machine.
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_role" CHECK("members"."role" in ('owner', 'admin', 'recruiter', 'reviewer', 'viewer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_user_organization` ON `members` (`user_id`,`organization_id`);--> statement-breakpoint
CREATE INDEX `members_organization` ON `members` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`plan` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "organizations_plan" CHECK("organizations"."plan" in ('starter', 'scale', 'business', 'enterprise'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_slug` ON `organizations` (`slug`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch() * 1000) NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer DEFAULT (unixepoch() * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch() * 1000) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE INDEX `verifications_expires` ON `verifications` (`expires_at`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`state` text NOT NULL,
	`draft` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`category` text,
	`level` text,
	`search_text` text NOT NULL,
	`latest_version_id` text,
	`offered_to_gupy` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_state" CHECK("assessments"."state" in ('draft', 'published', 'archived'))
);
--> statement-breakpoint
CREATE INDEX `assessments_organization` ON `assessments` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `assessments_gupy_catalogue` ON `assessments` (`organization_id`,`offered_to_gupy`,`created_at`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`version_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`attempts_allowed` integer DEFAULT 1 NOT NULL,
	`job_reference` text,
	`enabled` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_slug` ON `links` (`slug`);--> statement-breakpoint
CREATE INDEX `links_assessment` ON `links` (`assessment_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `links_organization` ON `links` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_assessment_number` ON `versions` (`assessment_id`,`number`);--> statement-breakpoint
CREATE TABLE `answers` (
	`attempt_id` text NOT NULL,
	`question_id` text NOT NULL,
	`value` text,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`time_ms` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`version_id` text NOT NULL,
	`link_id` text,
	`candidate_id` text NOT NULL,
	`state` text NOT NULL,
	`question_ids` text NOT NULL,
	`language` text NOT NULL,
	`notice_version` text,
	`notice_accepted_at` integer,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`deadline_at` integer,
	`submitted_at` integer,
	`submitted_by` text,
	`completed_at` integer,
	`total` integer,
	`take_epoch` integer DEFAULT 0 NOT NULL,
	`result_epoch` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attempts_state" CHECK("attempts"."state" in ('not_started', 'in_progress', 'submitted', 'completed', 'expired', 'cancelled')),
	CONSTRAINT "attempts_started" CHECK(state in ('not_started', 'expired', 'cancelled') or (started_at is not null and deadline_at is not null)),
	CONSTRAINT "attempts_submitted" CHECK(state not in ('submitted', 'completed') or submitted_at is not null),
	CONSTRAINT "attempts_completed" CHECK((state = 'completed') = (completed_at is not null)),
	CONSTRAINT "attempts_total" CHECK(total is null or (total between 0 and 100))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `attempts_organization` ON `attempts` (`organization_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `attempts_organization_state` ON `attempts` (`organization_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `attempts_assessment` ON `attempts` (`assessment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `attempts_assessment_state` ON `attempts` (`assessment_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `attempts_candidate` ON `attempts` (`candidate_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `attempts_deadline` ON `attempts` (`deadline_at`) WHERE state = 'in_progress';--> statement-breakpoint
CREATE TABLE `candidate_terms` (
	`organization_id` text NOT NULL,
	`term` text NOT NULL,
	`candidate_id` text NOT NULL,
	PRIMARY KEY(`organization_id`, `term`, `candidate_id`),
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `candidates_organization_email` ON `candidates` (`organization_id`,`email`);--> statement-breakpoint
CREATE TABLE `gupy_registrations` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`identity_hash` text NOT NULL,
	`generation` integer NOT NULL,
	`body_hash` text NOT NULL,
	`retest` integer NOT NULL,
	`job_id` text,
	`callback_url` text NOT NULL,
	`result_webhook_url` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `gupy_registrations_identity` ON `gupy_registrations` (`organization_id`,`identity_hash`,`generation`);--> statement-breakpoint
CREATE TABLE `results` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	`frozen_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reviews` (
	`attempt_id` text NOT NULL,
	`question_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`grade` real NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`reviewed_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_grade" CHECK(grade between 0 and 1)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`kind` text NOT NULL,
	`destination` text NOT NULL,
	`state` text NOT NULL,
	`payload` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_at` integer,
	`last_status` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "deliveries_state" CHECK("deliveries"."state" in ('pending', 'sending', 'waiting', 'delivered', 'parked', 'cancelled')),
	CONSTRAINT "deliveries_due_iff_open" CHECK((state in ('pending', 'sending', 'waiting')) = (next_at is not null))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `deliveries_attempt` ON `deliveries` (`attempt_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`type` text NOT NULL,
	`created_at` integer NOT NULL,
	`planned_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "events_type" CHECK("events"."type" in ('attempt.submitted', 'attempt.completed', 'attempt.resume_requested'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `events_unplanned` ON `events` (`created_at`) WHERE planned_at is null;--> statement-breakpoint
CREATE TABLE `tries` (
	`delivery_id` text NOT NULL,
	`number` integer NOT NULL,
	`started_at` integer NOT NULL,
	`duration_ms` integer,
	`status` integer,
	`error` text,
	`answer` text,
	PRIMARY KEY(`delivery_id`, `number`),
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `dev_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dev_mails_recipient` ON `dev_mails` (`recipient`,`sent_at`);--> statement-breakpoint
CREATE INDEX `dev_mails_sent` ON `dev_mails` (`sent_at`);--> statement-breakpoint
CREATE TABLE `integrations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`company_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "integrations_kind" CHECK("integrations"."kind" in ('gupy'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `integrations_organization_kind` ON `integrations` (`organization_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `integrations_kind_company` ON `integrations` (`kind`,`company_id`);--> statement-breakpoint
CREATE TABLE `provider_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_tokens_hash` ON `provider_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `provider_tokens_organization` ON `provider_tokens` (`organization_id`,`created_at`);
--> statement-breakpoint
CREATE TRIGGER `versions_never_change` BEFORE UPDATE ON `versions`
BEGIN SELECT RAISE(ABORT, 'a published version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `versions_never_go` BEFORE DELETE ON `versions`
BEGIN SELECT RAISE(ABORT, 'a published version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `attempts_move_by_the_rules` BEFORE UPDATE OF `state` ON `attempts`
WHEN new.state <> old.state AND old.state || ' ' || new.state NOT IN (
	'not_started in_progress', 'not_started expired', 'not_started cancelled',
	'in_progress submitted', 'in_progress completed', 'in_progress cancelled',
	'submitted completed', 'submitted cancelled'
)
BEGIN SELECT RAISE(ABORT, 'an attempt cannot move that way'); END;

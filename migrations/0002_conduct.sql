-- WITHOUT ROWID added by hand, as in the first migration.
CREATE TABLE `accommodations` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`request` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`percent` integer,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accommodations_percent" CHECK(percent is null or percent between 100 and 500)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `accommodations_undecided` ON `accommodations` (`organization_id`,`requested_at`) WHERE decided_at is null;--> statement-breakpoint
CREATE TABLE `health_batches` (
	`attempt_id` text NOT NULL,
	`id` text NOT NULL,
	`events` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `privacy_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`kind` text NOT NULL,
	`message` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	`answer` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "privacy_requests_kind" CHECK("privacy_requests"."kind" in ('correction', 'erasure', 'review'))
);
--> statement-breakpoint
CREATE INDEX `privacy_requests_attempt` ON `privacy_requests` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `privacy_requests_organization` ON `privacy_requests` (`organization_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `remarks` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`rating` integer,
	`rating_comment` text,
	`rated_at` integer,
	`health_comment` text,
	`health_comment_at` integer,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "remarks_rating" CHECK(rating is null or rating between 1 and 5)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sittings` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`device_id` text NOT NULL,
	`device_since` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`left_at` integer,
	`outage_cap_ms` integer NOT NULL,
	`credited_ms` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sittings_credit" CHECK(credited_ms between 0 and outage_cap_ms)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `time_changes` (
	`attempt_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`ms` integer NOT NULL,
	`from_at` integer,
	`to_at` integer,
	`changed_by` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "time_changes_kind" CHECK("time_changes"."kind" in ('outage', 'added', 'accommodation')),
	CONSTRAINT "time_changes_ms" CHECK(ms > 0)
) WITHOUT ROWID;

-- By hand: WITHOUT ROWID as in the first migration.
CREATE TABLE `delivery_figures` (
	`span` text NOT NULL,
	`starts_at` integer NOT NULL,
	`first_tries` text NOT NULL,
	`delivered` text NOT NULL,
	`parked` integer NOT NULL,
	PRIMARY KEY(`span`, `starts_at`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `events_unplanned`;--> statement-breakpoint
ALTER TABLE `events` ADD `plan_failed_at` integer;--> statement-breakpoint
CREATE INDEX `events_unplanned` ON `events` (`plan_failed_at`,`created_at`) WHERE planned_at is null;--> statement-breakpoint
CREATE INDEX `deliveries_undone` ON `deliveries` (`organization_id`,`state`,`created_at`,`id`) WHERE state <> 'delivered' and state <> 'sending';
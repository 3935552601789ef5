-- By hand: WITHOUT ROWID, as in the first migration.
CREATE TABLE `gupy_applications` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`job_id` text NOT NULL,
	`application_id` text,
	`linked_by` text,
	`created_at` integer NOT NULL,
	`commented_at` integer,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `gupy_connections` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`sealed_token` text NOT NULL,
	`token_hint` text NOT NULL,
	`checked_at` integer NOT NULL,
	`missing` text NOT NULL,
	`tags` text NOT NULL,
	`cut_off` integer,
	`move_from` integer,
	`move_step` text,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`next_slot_at` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gupy_connections_scores" CHECK(cut_off between 0 and 100 and move_from between 0 and 100),
	CONSTRAINT "gupy_connections_move" CHECK((move_from is null) = (move_step is null))
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `decisions` ADD `step` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `step_id` integer;
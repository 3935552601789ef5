DROP INDEX `attempts_completed`;--> statement-breakpoint
ALTER TABLE `attempts` ADD `listed` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `attempts_listed` ON `attempts` (`organization_id`,`completed_at`,`id`) WHERE listed = 1;
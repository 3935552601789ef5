DROP INDEX `privacy_requests_organization`;--> statement-breakpoint
CREATE INDEX `privacy_requests_open` ON `privacy_requests` (`organization_id`,`due_at`,`id`) WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX `privacy_requests_answered` ON `privacy_requests` (`organization_id`,`answered_at`,`id`) WHERE answered_at is not null;
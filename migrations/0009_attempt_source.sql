ALTER TABLE `attempts` ADD `source` text DEFAULT 'link' NOT NULL;--> statement-breakpoint
-- By hand: what the attempts there are came from.
UPDATE `attempts` SET `source` = CASE
	WHEN `id` IN (SELECT `attempt_id` FROM `gupy_registrations`) THEN 'gupy'
	WHEN `id` IN (SELECT `attempt_id` FROM `api_registrations`) THEN 'api'
	ELSE 'invitation' END
WHERE `link_id` IS NULL;

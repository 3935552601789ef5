-- Addresses are found by candidates_organization_email. One that stayed here would be found twice.
DELETE FROM `candidate_terms`
WHERE EXISTS (
  SELECT 1 FROM `candidates`
  WHERE `candidates`.`id` = `candidate_terms`.`candidate_id`
    AND `candidates`.`email` = `candidate_terms`.`term`
);

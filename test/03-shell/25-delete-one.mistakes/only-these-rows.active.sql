DELETE FROM conversations WHERE id = 7002 AND is_archived = FALSE;

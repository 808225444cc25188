SELECT c.id, c.title FROM conversations AS c WHERE NOT c.is_archived = FALSE;

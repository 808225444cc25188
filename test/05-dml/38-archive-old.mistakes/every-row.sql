UPDATE conversations SET is_archived = TRUE

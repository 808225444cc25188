SELECT COUNT(*) INTO @n FROM messages;
SELECT @n AS n;
SELECT @n AS n;
SET @n = NULL;

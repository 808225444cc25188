EXPLAIN `messages`;

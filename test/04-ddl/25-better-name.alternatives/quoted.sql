alter table `messages` rename column `timestamp` to `sent_at`

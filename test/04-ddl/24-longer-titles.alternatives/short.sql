alter table conversations modify `title` varchar(500) not null default "New conversation"

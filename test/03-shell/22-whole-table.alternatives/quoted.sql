show create table `messages`;

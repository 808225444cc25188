desc messages;

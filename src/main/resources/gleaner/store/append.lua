-- Appends events to the inbox, many in one call: Redis syncs its file once for all of them.
--
-- KEYS[1]  the inbox
-- ARGV     the events
-- Returns  the id of the last one.
local last
for _, event in ipairs(ARGV) do last = redis.call('XADD', KEYS[1], '*', 'event', event) end
return last

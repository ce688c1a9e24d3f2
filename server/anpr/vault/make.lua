-- Keeps keys unless there are some of their names, and answers those that stand now.
-- KEYS: names. ARGV: for each its value, `<end in ms>.<id>.<key>`, and its end in ms. The end of one that
-- stands becomes earlier if asked, never later.
local now = {}
for i = 1, #KEYS do
  local value, expires = ARGV[2 * i - 1], ARGV[2 * i]
  local kept = redis.call('GET', KEYS[i])
  if kept then
    local ends, rest = string.match(kept, '^(%d+)(.*)$')
    if tonumber(expires) < tonumber(ends) then
      kept = expires .. rest
      redis.call('SET', KEYS[i], kept, 'PXAT', expires)
    end
  else
    redis.call('SET', KEYS[i], value, 'PXAT', expires)
    kept = value
  end
  now[i] = kept
end
return now

-- Keeps reads of one day, each once, with what finds them again.
-- KEYS: rows, plates, cameras, times, flow, pictures (hash or sorted set each, all of one day; of each
-- camera and of each hour of the flow one more beside). ARGV: moment in ms at which all of it may go, then
-- of each read: id, plate's hash, camera, time in ms, hour, field of the flow, row, picture or ''. Answers 1
-- for each that was not known.
local answers = {}
for i = 2, #ARGV, 8 do
  local id, plate, camera, at = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  local new = redis.call('HSETNX', KEYS[1], id, ARGV[i + 6])
  if new == 1 then
    redis.call('ZADD', KEYS[2], 0, plate .. id)
    redis.call('ZADD', KEYS[3] .. ':' .. camera, at, id)
    redis.call('PEXPIREAT', KEYS[3] .. ':' .. camera, ARGV[1])
    redis.call('SADD', KEYS[3], camera)
    redis.call('ZADD', KEYS[4], at, id)
    local flow = KEYS[5] .. ':' .. ARGV[i + 4]
    redis.call('HINCRBY', flow, ARGV[i + 5], 1)
    redis.call('PEXPIREAT', flow, ARGV[1])
    if ARGV[i + 7] ~= '' then redis.call('HSET', KEYS[6], id, ARGV[i + 7]) end
  end
  answers[#answers + 1] = new
end
for i = 1, #KEYS do redis.call('PEXPIREAT', KEYS[i], ARGV[1]) end
return answers

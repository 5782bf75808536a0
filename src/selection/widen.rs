//! What a group is offered beyond what it was offered first, where that leaves a room without a system or proves nothing.

use super::central::connected;
use super::context::Context;
use super::group::Offered;
use super::sizes::{MOST_OPTIONS, may_have_every_number};
use super::vouched;
use crate::error::Error;

impl Offered<'_> {
    /// Offers every size and number to these rooms, which no plant takes with those that were offered, and what nobody vouches for in
    /// winter; says whether any are more.
    pub(super) fn widen(&mut self, rooms: &[usize], context: &Context<'_>) -> Result<bool, Error> {
        let mut more = false;
        for room in rooms {
            more |= self.group.has_unknown_heat(*room) && !self.group.trusts(*room);
            more |= self.offer_every_number(*room, context)?;
            self.group.widened.insert(*room);
            self.by_room.get_mut(*room).into_iter().for_each(|rejected| vouched::trust(rejected));
            let lists = self.group.options.get_mut(*room).zip(self.group.left_out.get_mut(*room));
            let Some((options, left_out)) = lists else { continue };
            more |= !left_out.is_empty();
            options.append(left_out);
        }
        Ok(more)
    }

    /// Offers every number of units to all rooms, where they are not too many; says whether any are more.
    pub(super) fn offer_every_number_to_all(&mut self, context: &Context<'_>) -> Result<bool, Error> {
        let mut more = false;
        if may_have_every_number(&self.group.demands) {
            for room in 0..self.group.demands.len() {
                more |= self.offer_every_number(room, context)?;
            }
        }
        Ok(more)
    }

    fn offer_every_number(&mut self, room: usize, context: &Context<'_>) -> Result<bool, Error> {
        let found = self.group.options.get_mut(room).zip(self.group.demands.get(room));
        let Some((options, demand)) = found.filter(|_| self.group.every_number.insert(room)) else {
            return Ok(false);
        };
        let mut higher = Vec::new();
        for (kind, option) in options.iter() {
            if let Some(usable) = self.families.get(*kind) {
                let numbers = connected::higher_numbers(usable, option, demand, context)?;
                higher.extend(numbers.into_iter().map(|option| (*kind, option)));
            }
        }
        let more = !higher.is_empty();
        let beyond = higher.split_off(higher.len().min(MOST_OPTIONS.saturating_sub(options.len())));
        options.extend(higher);
        if let Some(left_out) = self.group.left_out.get_mut(room) {
            left_out.extend(beyond);
        }
        Ok(more)
    }
}

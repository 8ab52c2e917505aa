//! Where the indicator of a name stands: asked for every row that is read.

use alloc::vec::Vec;

use crate::values::Text;

/// Places by name, in a table of hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ByName {
    /// A power of two of them, at most half of them filled. A name stands at its hash, or in the next slot that is free.
    slots: Vec<Option<(Text, usize)>>,
    filled: usize,
}

impl ByName {
    /// Names a place; a name that is known from now on is that of this place.
    pub(super) fn insert(&mut self, name: Text, place: usize) {
        if self.filled * 2 >= self.slots.len() {
            let known = core::mem::take(&mut self.slots);
            self.slots.resize(known.len().max(32) * 2, None);
            known.into_iter().flatten().for_each(|(name, place)| self.put(name, place));
        }
        self.filled += usize::from(self.get(&name).is_none());
        self.put(name, place);
    }

    fn put(&mut self, name: Text, place: usize) {
        let at = self.at(&name);
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Some((name, place));
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<usize> {
        let slot = self.slots.get(self.at(name))?.as_ref();
        slot.map(|(_, place)| *place)
    }

    /// The slot in which a name stands, or would stand.
    fn at(&self, name: &str) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = hash(name) & last;
        while let Some(Some((known, _))) = self.slots.get(at) {
            if known == name {
                break;
            }
            at = (at + 1) & last;
        }
        at
    }
}

/// Eight bytes at a time; what is left over counts with its length.
fn hash(name: &str) -> usize {
    let mut hash: u64 = 0;
    let mut mix = |word: u64| hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut words = name.as_bytes().chunks_exact(8);
    for word in &mut words {
        mix(word.try_into().map_or(0, u64::from_le_bytes));
    }
    let rest = words.remainder().iter().fold(name.len() as u64, |rest, byte| rest << 8 | u64::from(*byte));
    mix(rest);
    // The upper bits are the well mixed ones.
    usize::try_from(hash >> 32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_no_other() {
        let mut places = ByName::default();
        assert_eq!(places.get(""), None);
        let name = |place: usize| alloc::format!("{}{place}", "指标-".repeat(place % 5));
        for place in 0..1000 {
            places.insert(name(place).into(), place);
        }
        assert!((0..1000).all(|place| places.get(&name(place)) == Some(place)));
        assert!((1000..2000).all(|place| places.get(&name(place)).is_none()));
        // The place that was named last.
        places.insert(name(7).into(), 70);
        assert_eq!((places.get(&name(7)), places.filled), (Some(70), 1000));
    }

    #[test]
    fn names_of_one_hash_stand_side_by_side() {
        let mut places = ByName { slots: alloc::vec![None; 4], filled: 0 };
        let alike: Vec<Text> = (0..)
            .map(|at| Text::from(alloc::format!("{at}")))
            .filter(|name| hash(name) & 3 == 3)
            .take(3)
            .collect();
        let [one, other, absent] = alike.as_slice() else { return assert_eq!(alike.len(), 3) };
        places.insert(one.clone(), 1);
        places.insert(other.clone(), 2);
        assert_eq!([one, other, absent].map(|name| places.get(name)), [Some(1), Some(2), None]);
    }
}
